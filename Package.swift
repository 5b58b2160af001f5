// swift-tools-version: 6.2
import PackageDescription

/// Every room is built with the same strictness: see docs/architecture.md.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "parley",
    products: [
        .executable(name: "parley", targets: ["parley"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.1"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/apple/swift-nio-http2", from: "1.46.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // The rooms, from the ground up. Imports go downwards only.
        .target(name: "Airspace", swiftSettings: strict),
        .target(name: "Separation", dependencies: ["Airspace"], swiftSettings: strict),
        .target(name: "Surveillance", dependencies: ["Airspace"], swiftSettings: strict),
        .target(name: "Phraseology", dependencies: ["Airspace"], swiftSettings: strict),
        .target(
            name: "Record",
            dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(
            name: "Accord",
            dependencies: [
                "Airspace", "Separation", "Record", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Yams", package: "Yams"),
            ],
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
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "Station",
            dependencies: [
                "Airspace", "Separation", "Surveillance", "Phraseology", "Record", "Accord", "Exercise", "Inquiry",
                "CMalloc", "CZlib",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTP2", package: "swift-nio-http2"),
                .product(name: "NIOHTTPTypesHTTP2", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "parley",
            dependencies: [
                "Airspace", "Separation", "Surveillance", "Phraseology", "Record", "Accord", "Exercise", "Inquiry",
                "Station",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // What tests of several rooms share.
        .target(name: "TestSupport", path: "Tests/Support", swiftSettings: strict),
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
            name: "AccordTests",
            dependencies: [
                "TestSupport", "Airspace", "Separation", "Record", "Accord",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
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
        // A writer for the tests to kill.
        .executableTarget(
            name: "RecordCrashWriter", dependencies: ["Record"], path: "Tests/Faults/RecordCrashWriter",
            swiftSettings: strict),
        .testTarget(
            name: "RecordTests",
            dependencies: [
                "TestSupport", "Record", "RecordCrashWriter", .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "StationTests",
            dependencies: [
                "TestSupport", "Airspace", "Separation", "Surveillance", "Phraseology", "Record", "Accord", "Exercise",
                "Inquiry", "Station",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
    ]
)
