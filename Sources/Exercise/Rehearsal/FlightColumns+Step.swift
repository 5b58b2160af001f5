import Airspace

/// Acceleration of free fall, metres per second squared (CGPM 1901).
let standardGravity = 9.806_65

extension FlightColumns {
    /// Moves every run on by one step from `time`, seconds of the run.
    mutating func step(from time: Double) {
        for run in 0..<count { step(run, from: time) }
    }

    /// Moves one run on: steer, bank, turn, speed up, climb, move.
    @inline(__always)
    private mutating func step(_ run: Int, from time: Double) {
        let dt = Self.stepSeconds
        let speed = airspeed[run]
        let isEscaping = time >= escapeAt[run]
        var wantedLevel = route.levelFeet
        var wantedSpeed = route.metresPerSecond
        var wantedEast = headingEast[run]
        var wantedNorth = headingNorth[run]

        passPoints(run, time: time)
        let leg = Int(self.leg[run])
        if leg < route.pointEast.count {
            wantedLevel = route.pointLevelFeet[leg]
            wantedSpeed = route.pointMetresPerSecond[leg]
            (wantedEast, wantedNorth) = course(run, leg: leg, time: time)
        } else if let level = route.pointLevelFeet.last, let metresPerSecond = route.pointMetresPerSecond.last {
            wantedLevel = level
            wantedSpeed = metresPerSecond
        }
        var side = 0.0
        var tangentLimit = tangentOfUsualBank
        if isEscaping {
            wantedEast = escapeEast[run]
            wantedNorth = escapeNorth[run]
            side = escapeSide[run]
            if time < escapeAt[run] + wrongTurnUntil[run] {
                // The wrong way: the mirror image of the turn in the present heading.
                let cross = headingEast[run] * wantedNorth - headingNorth[run] * wantedEast
                side = -(side != 0 ? side : cross >= 0 ? 1 : -1)
            }
            tangentLimit = tangentOfEscapeBank
            if let level = route.escape.levelFeet { wantedLevel = level }
        }

        let oldEast = headingEast[run]
        let oldNorth = headingNorth[run]
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
        let bank = tangentOfBank[run] + min(max(bounded - tangentOfBank[run], -roll), roll)
        tangentOfBank[run] = bank

        // An exact rotation by twice the arc tangent of `half`.
        let halfAngle = 0.5 * dt * standardGravity * bank / speed
        let half = halfAngle * (1 + halfAngle * halfAngle / 3)
        let scale = 1 / (1 + half * half)
        let cosine = (1 - half * half) * scale
        let sine = 2 * half * scale
        let newEast = oldEast * cosine - oldNorth * sine
        let newNorth = oldNorth * cosine + oldEast * sine
        headingEast[run] = newEast
        headingNorth[run] = newNorth

        let faster = route.performance.accelerationMetresPerSecondSquared * dt
        let newSpeed = speed + min(max(wantedSpeed + speedError[run] - speed, -faster), faster)
        airspeed[run] = max(newSpeed, 10)
        let climb = route.performance.climbFeetPerMinute / 60 * dt
        let change = min(max(wantedLevel + levelErrorFeet[run] - levelFeet[run], -climb), climb)
        levelFeet[run] += change
        feetPerSecond[run] = change / dt

        let mean = 0.25 * (speed + airspeed[run])
        east[run] += (mean * (oldEast + newEast) + windEast[run]) * dt
        north[run] += (mean * (oldNorth + newNorth) + windNorth[run]) * dt
        groundEast[run] = airspeed[run] * newEast + windEast[run]
        groundNorth[run] = airspeed[run] * newNorth + windNorth[run]
    }

    /// Goes on to the next point when the present one is near or passed, as the crew believes to be.
    @inline(__always)
    private mutating func passPoints(_ run: Int, time: Double) {
        let leg = Int(self.leg[run])
        guard leg < route.pointEast.count, time > wrongUntil[run] || wrongUntil[run] < 0 else { return }
        let wayEast = route.pointEast[leg] - believedEast(run, time)
        let wayNorth = route.pointNorth[leg] - believedNorth(run, time)
        let capture = Self.captureSeconds * airspeed[run]
        let ahead = wayEast * groundEast[run] + wayNorth * groundNorth[run]
        let distanceSquared = wayEast * wayEast + wayNorth * wayNorth
        // A point abeam that can't be reached by turning is passed too.
        let passed = ahead < 0 && distanceSquared < 16 * capture * capture
        if distanceSquared < capture * capture || passed { self.leg[run] += 1 }
    }

    /// The heading that leads to a point of the route through the forecast wind, or the wrong one while it lasts.
    @inline(__always)
    private mutating func course(_ run: Int, leg: Int, time: Double) -> (east: Double, north: Double) {
        let wayEast = route.pointEast[leg] - believedEast(run, time)
        let wayNorth = route.pointNorth[leg] - believedNorth(run, time)
        let length = max((wayEast * wayEast + wayNorth * wayNorth).squareRoot(), 1)
        let alongEast = wayEast / length
        let alongNorth = wayNorth / length
        // The crab: the part of the wind across the way is flown against.
        let across = -alongNorth * forecast.east + alongEast * forecast.north
        let sine = min(max(-across / airspeed[run], -0.95), 0.95)
        let cosine = (1 - sine * sine).squareRoot()
        let east = alongEast * cosine - alongNorth * sine
        let north = alongNorth * cosine + alongEast * sine
        guard Int32(leg) == wrongLeg[run] else { return (east, north) }
        if wrongUntil[run] < 0 {
            wrongUntil[run] = time + wrongSeconds[run]
            wrongEast[run] = east * wrongCosine[run] - north * wrongSine[run]
            wrongNorth[run] = north * wrongCosine[run] + east * wrongSine[run]
        }
        return time < wrongUntil[run] ? (wrongEast[run], wrongNorth[run]) : (east, north)
    }

    @inline(__always)
    private func believedEast(_ run: Int, _ time: Double) -> Double {
        east[run] + errorEast[run] + driftEast[run] * time
    }

    @inline(__always)
    private func believedNorth(_ run: Int, _ time: Double) -> Double {
        north[run] + errorNorth[run] + driftNorth[run] * time
    }
}
