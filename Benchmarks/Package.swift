// swift-tools-version: 6.2
import PackageDescription

// The rooms under measurement are links to the project's own sources, so that a benchmark builds in seconds and not with
// every library the station needs; nothing is copied.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "benchmarks",
    dependencies: [.package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")],
    targets: [
        .target(name: "Airspace", path: "Rooms/Airspace", swiftSettings: strict),
        .target(name: "Separation", dependencies: ["Airspace"], path: "Rooms/Separation", swiftSettings: strict),
        .target(
            name: "Record", dependencies: [.product(name: "Crypto", package: "swift-crypto")], path: "Rooms/Record",
            swiftSettings: strict),
        .executableTarget(
            name: "DetectionBenchmark", dependencies: ["Airspace", "Separation"], swiftSettings: strict),
        .executableTarget(name: "RecordBenchmark", dependencies: ["Record"], swiftSettings: strict),
    ]
)
