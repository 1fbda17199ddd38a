// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "consumer",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "InfisicalE2EE", path: "../../../../swift")],
    targets: [
        .executableTarget(
            name: "consumer",
            dependencies: [.product(name: "InfisicalE2EE", package: "InfisicalE2EE")])
    ]
)
