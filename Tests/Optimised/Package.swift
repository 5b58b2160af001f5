// swift-tools-version: 6.2
import PackageDescription

// The pure rooms and their tests once more, as a package that builds quickly: `swift test -c release` here reaches
// sizes that a debug build can't, without an optimised build of every library the station needs.
// Sources and tests are links into the project; nothing is copied.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")

let package = Package(
    name: "optimised",
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .target(name: "Airspace", swiftSettings: strict),
        .target(name: "Separation", dependencies: ["Airspace"], swiftSettings: strict),
        .target(name: "Surveillance", dependencies: ["Airspace"], swiftSettings: strict),
        .target(name: "Phraseology", dependencies: ["Airspace"], swiftSettings: strict),
        .target(name: "Record", dependencies: [crypto], swiftSettings: strict),
        .target(
            name: "Accord",
            dependencies: ["Airspace", "Separation", "Record", crypto, .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(
            name: "Exercise", dependencies: ["Airspace", "Separation", "Phraseology", "Record", "Accord"],
            swiftSettings: strict),
        .target(
            name: "Inquiry",
            dependencies: [
                "Airspace", "Separation", "Surveillance", "Phraseology", "Record", "Accord", "Exercise",
            ],
            swiftSettings: strict),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        // Of the station only what opens recordings, which needs no network.
        .target(name: "Station", dependencies: ["Surveillance", "CZlib"], swiftSettings: strict),
        // What tests of several rooms share.
        .target(name: "TestSupport", swiftSettings: strict),
        .testTarget(name: "AirspaceTests", dependencies: ["TestSupport", "Airspace"], swiftSettings: strict),
        .testTarget(
            name: "SeparationTests", dependencies: ["TestSupport", "Airspace", "Separation", "Surveillance"],
            swiftSettings: strict),
        .testTarget(
            name: "SurveillanceTests", dependencies: ["TestSupport", "Airspace", "Surveillance", "Station"],
            swiftSettings: strict),
        .testTarget(
            name: "PhraseologyTests", dependencies: ["TestSupport", "Airspace", "Phraseology"], swiftSettings: strict),
        .testTarget(
            name: "AccordTests", dependencies: ["TestSupport", "Airspace", "Separation", "Record", "Accord", crypto],
            swiftSettings: strict),
        .testTarget(
            name: "ExerciseTests",
            dependencies: ["TestSupport", "Airspace", "Separation", "Phraseology", "Record", "Accord", "Exercise"],
            swiftSettings: strict),
        .testTarget(
            name: "InquiryTests",
            dependencies: [
                "TestSupport", "Airspace", "Separation", "Surveillance", "Phraseology", "Record", "Accord", "Exercise",
                "Inquiry", "Station",
            ],
            swiftSettings: strict),
        .executableTarget(name: "RecordCrashWriter", dependencies: ["Record"], swiftSettings: strict),
        .testTarget(
            name: "RecordTests", dependencies: ["TestSupport", "Record", "RecordCrashWriter", crypto],
            swiftSettings: strict),
    ]
)
