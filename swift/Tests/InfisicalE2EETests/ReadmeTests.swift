import Foundation
import Testing

@Suite struct ReadmeTests {
    @Test func theSettingsAreThoseCompiledHere() throws {
        let readme = try String(contentsOf: repositoryFile("swift/README.md"), encoding: .utf8)
        let path = "swift/Tests/InfisicalE2EETests/Settings.swift"
        #expect(try readme.contains(String(contentsOf: repositoryFile(path), encoding: .utf8)))
    }
}
