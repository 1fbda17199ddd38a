// Runs `tests/scenarios/*.json` against the server that `tests/run.py` started; `tests/README.md`
// describes the format.
import Foundation

@main
enum Main {
    static func main() async throws {
        guard let setting = Setting(environment: ProcessInfo.processInfo.environment) else {
            print("no target is set: tests/run.py devserver -- swift/scripts/scenarios")
            exit(1)
        }
        var (passed, failed) = (0, 0)
        var once = Once()
        for file in try setting.files() {
            var name = file.lastPathComponent
            do {
                let scenario = try Scenario(file)
                guard scenario.fits(setting) else { continue }
                name = scenario.name
                try await scenario.run(setting, &once)
                print("ok      \(name)")
                passed += 1
            } catch {
                print("FAILED  \(name)\n        \(error)")
                failed += 1
            }
        }
        print("\(passed) passed, \(failed) failed")
        exit(passed > 0 && failed == 0 ? 0 : 1)
    }
}
