// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "program",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "InfisicalE2EE", path: "../../../../swift")],
    targets: [
        .executableTarget(
            name: "program",
            dependencies: [.product(name: "InfisicalE2EE", package: "InfisicalE2EE")])
    ]
)
