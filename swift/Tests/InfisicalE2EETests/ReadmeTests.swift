import Foundation
import Testing

@Suite struct ReadmeTests {
    @Test func readmeExamplesMatchTheCompiledOnes() throws {
        let shown = try blocks()
        let compiled = try marked(in: "Examples.swift") + [source("Settings.swift")]
        for example in compiled {
            #expect(shown.contains(example))
        }
        // A line of a manifest, and a view, whose framework does not exist on Linux.
        let others = shown.filter { !compiled.contains($0) }.map {
            $0.prefix(while: { $0 != "(" && $0 != ":" })
        }
        #expect(others == [".package", "struct SettingsView"])
    }

    /// The Swift code blocks of the README.
    private func blocks() throws -> [String] {
        let readme = try String(contentsOf: repositoryFile("swift/README.md"), encoding: .utf8)
        return readme.components(separatedBy: "```swift\n").dropFirst()
            .compactMap { $0.components(separatedBy: "\n```").first.map(withoutImport) }
    }

    /// The code between marks, without the indentation of the enclosing function.
    private func marked(in file: String) throws -> [String] {
        let parts = try source(file).components(separatedBy: "    // README\n")
        return stride(from: 1, to: parts.count, by: 2).map {
            parts[$0].split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : String($0) }
                .joined(separator: "\n").trimmingCharacters(in: .newlines)
        }
    }

    private func source(_ file: String) throws -> String {
        let path = repositoryFile("swift/Tests/InfisicalE2EETests/\(file)")
        return withoutImport(try String(contentsOf: path, encoding: .utf8))
            .trimmingCharacters(in: .newlines)
    }

    private func withoutImport(_ text: String) -> String {
        let line = "import InfisicalE2EE\n\n"
        return text.hasPrefix(line) ? String(text.dropFirst(line.count)) : text
    }
}
