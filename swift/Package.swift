// swift-tools-version: 6.0
import PackageDescription

// The native library. Apple's platforms take it from the framework that scripts/build-xcframework
// makes; elsewhere the linker finds libinfisical_e2ee by LIBRARY_PATH.
#if canImport(Darwin)
    let nativeLibrary = Target.binaryTarget(
        name: "InfisicalE2EENativeFFI", path: "InfisicalE2EENativeFFI.xcframework")
#else
    let nativeLibrary = Target.systemLibrary(name: "InfisicalE2EENativeFFI")
#endif

let package = Package(
    name: "InfisicalE2EE",
    platforms: [.macOS(.v13), .iOS(.v16)],
    products: [
        .library(name: "InfisicalE2EE", targets: ["InfisicalE2EE"])
    ],
    targets: [
        nativeLibrary,
        .target(name: "InfisicalE2EENative", dependencies: ["InfisicalE2EENativeFFI"]),
        .target(name: "InfisicalE2EE", dependencies: ["InfisicalE2EENative"]),
        .executableTarget(
            name: "scenarios", dependencies: ["InfisicalE2EE"], path: "Tests/Scenarios"),
        .testTarget(
            name: "InfisicalE2EETests", dependencies: ["InfisicalE2EE", "InfisicalE2EENative"]),
    ]
)
