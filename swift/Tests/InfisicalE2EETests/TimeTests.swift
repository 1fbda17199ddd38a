import Foundation
import InfisicalE2EENative
import Testing

@testable import InfisicalE2EE

@Suite struct TimeTests {
    @Test(arguments: [
        ("2024-02-03T04:05:06.789Z", 1_706_933_106.789),
        ("2024-02-03T04:05:06Z", 1_706_933_106),
        ("2024-02-03T04:05:06.789+02:00", 1_706_925_906.789),
        ("2024-02-03T04:05:06-05:30", 1_706_952_906),
    ])
    func dateParsesRFC3339(_ text: String, _ seconds: Double) throws {
        let read = try #require(date(text)).timeIntervalSince1970
        #expect(abs(read - seconds) < 0.000_1)
    }

    @Test(arguments: [
        "yesterday", "", "2024-02-03", "2024-02-03T04:05:06.789Z trailing",
        "2024-02-03T04:05:06Ztrailing",
    ])
    func dateOfOtherTextIsNil(_ text: String) {
        #expect(date(text) == nil)
    }

    @Test func recordTimesAreDates() throws {
        let secret = try Secret(nativeSecret())
        let folder = Folder(
            NativeFolder(
                id: "1", name: "jobs", path: "/backend/jobs", description: nil,
                createdAt: "2024-02-03T04:05:06.789Z", updatedAt: nil))
        #expect(folder.createdAt == secret.createdAt)
        #expect(folder.updatedAt == nil)
    }

    @Test func dateRFC3339KeepsMilliseconds() throws {
        for millisecond in 0..<1000 {
            let text = String(format: "2024-02-03T04:05:06.%03dZ", millisecond)
            #expect(try #require(date(text)).rfc3339 == text)
        }
    }

    @Test func stringRFC3339IsUnchanged() {
        #expect("2024-02-03T04:05:06+02:00".rfc3339 == "2024-02-03T04:05:06+02:00")
    }
}
