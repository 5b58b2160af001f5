import Airspace

/// Acceleration of free fall, metres per second squared (CGPM 1901).
let standardGravity = 9.806_65

extension FlightState {
    /// Moves it on by one step from `time`, seconds of the run: steer, bank, turn, speed up, climb, move.
    @inline(__always)
    mutating func step(from time: Double) {
        let dt = Self.stepSeconds
        let speed = airspeed
        let isEscaping = time >= escapeAt
        var wantedLevel = route.levelFeet
        var wantedSpeed = route.metresPerSecond
        var wantedEast = headingEast
        var wantedNorth = headingNorth

        passPoints(time: time)
        let leg = Int(self.leg)
        if leg < route.pointEast.count {
            wantedLevel = route.pointLevelFeet[leg]
            wantedSpeed = route.pointMetresPerSecond[leg]
            (wantedEast, wantedNorth) = course(leg: leg, time: time)
        } else if let level = route.pointLevelFeet.last, let metresPerSecond = route.pointMetresPerSecond.last {
            wantedLevel = level
            wantedSpeed = metresPerSecond
        }
        var side = 0.0
        var tangentLimit = tangentOfUsualBank
        if isEscaping {
            wantedEast = escapeEast
            wantedNorth = escapeNorth
            side = escapeSide
            if time < escapeAt + wrongTurnUntil {
                // The wrong way: the mirror image of the turn in the present heading.
                let cross = headingEast * wantedNorth - headingNorth * wantedEast
                side = -(side != 0 ? side : cross >= 0 ? 1 : -1)
            }
            tangentLimit = tangentOfEscapeBank
            if let level = route.escape.levelFeet { wantedLevel = level }
        }

        let oldEast = headingEast
        let oldNorth = headingNorth
        let cross = oldEast * wantedNorth - oldNorth * wantedEast
        let dot = oldEast * wantedEast + oldNorth * wantedNorth
        // Twice the tangent of half the angle: grows with the angle, and needs no arc tangent.
        var angle = 2 * cross / max(1 + dot, 1e-3)
        if dot < -0.998 { angle = cross < 0 ? -60 : 60 }
        // The way round is kept until the heading is nearly there.
        if side != 0, dot < 0.94 { angle = side * 60 }
        let demand = speed * angle / (Self.steeringSeconds * standardGravity)
        let bounded = min(max(demand, -tangentLimit), tangentLimit)
        let roll = rollPerStep
        let bank = tangentOfBank + min(max(bounded - tangentOfBank, -roll), roll)
        tangentOfBank = bank

        // An exact rotation by twice the arc tangent of `half`.
        let halfAngle = 0.5 * dt * standardGravity * bank / speed
        let half = halfAngle * (1 + halfAngle * halfAngle / 3)
        let scale = 1 / (1 + half * half)
        let cosine = (1 - half * half) * scale
        let sine = 2 * half * scale
        let newEast = oldEast * cosine - oldNorth * sine
        let newNorth = oldNorth * cosine + oldEast * sine
        headingEast = newEast
        headingNorth = newNorth

        let faster = route.performance.accelerationMetresPerSecondSquared * dt
        let newSpeed = speed + min(max(wantedSpeed + speedError - speed, -faster), faster)
        airspeed = max(newSpeed, 10)
        let climb = route.performance.climbFeetPerMinute / 60 * dt
        let change = min(max(wantedLevel + levelErrorFeet - levelFeet, -climb), climb)
        levelFeet += change
        feetPerSecond = change / dt

        let mean = 0.25 * (speed + airspeed)
        stepEast = (mean * (oldEast + newEast) + windEast) * dt
        stepNorth = (mean * (oldNorth + newNorth) + windNorth) * dt
        east += stepEast
        north += stepNorth
        groundEast = airspeed * newEast + windEast
        groundNorth = airspeed * newNorth + windNorth
    }

    /// Goes on to the next point when the present one is near or passed, as the crew believes to be.
    @inline(__always)
    private mutating func passPoints(time: Double) {
        let leg = Int(self.leg)
        guard leg < route.pointEast.count, time > wrongUntil || wrongUntil < 0 else { return }
        let wayEast = route.pointEast[leg] - believedEast(time)
        let wayNorth = route.pointNorth[leg] - believedNorth(time)
        let capture = Self.captureSeconds * airspeed
        let ahead = wayEast * groundEast + wayNorth * groundNorth
        let distanceSquared = wayEast * wayEast + wayNorth * wayNorth
        // A point abeam that can't be reached by turning is passed too.
        let passed = ahead < 0 && distanceSquared < 16 * capture * capture
        if distanceSquared < capture * capture || passed { self.leg += 1 }
    }

    /// The heading that leads to a point of the route through the forecast wind, or the wrong one while it lasts.
    @inline(__always)
    private mutating func course(leg: Int, time: Double) -> (east: Double, north: Double) {
        let wayEast = route.pointEast[leg] - believedEast(time)
        let wayNorth = route.pointNorth[leg] - believedNorth(time)
        let length = max((wayEast * wayEast + wayNorth * wayNorth).squareRoot(), 1)
        let alongEast = wayEast / length
        let alongNorth = wayNorth / length
        // The crab: the part of the wind across the way is flown against.
        let across = -alongNorth * forecast.east + alongEast * forecast.north
        let sine = min(max(-across / airspeed, -0.95), 0.95)
        let cosine = (1 - sine * sine).squareRoot()
        let east = alongEast * cosine - alongNorth * sine
        let north = alongNorth * cosine + alongEast * sine
        guard Int32(leg) == wrongLeg else { return (east, north) }
        if wrongUntil < 0 {
            wrongUntil = time + wrongSeconds
            wrongEast = east * wrongCosine - north * wrongSine
            wrongNorth = north * wrongCosine + east * wrongSine
        }
        return time < wrongUntil ? (wrongEast, wrongNorth) : (east, north)
    }

    @inline(__always)
    private func believedEast(_ time: Double) -> Double {
        east + errorEast + driftEast * time
    }

    @inline(__always)
    private func believedNorth(_ time: Double) -> Double {
        north + errorNorth + driftNorth * time
    }
}
