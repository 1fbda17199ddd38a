import Foundation
import InfisicalE2EENative
import Testing

@testable import InfisicalE2EE

@Suite struct ErrorTests {
    private struct Table: Decodable {
        struct Row: Decodable { let code: String }
        let codes: [Row]
    }

    private func codes() throws -> [String] {
        let file = repositoryFile("tests/errors.json")
        return try JSONDecoder().decode(Table.self, from: Data(contentsOf: file)).codes.map(\.code)
    }

    @Test func errorCodesMatchErrorsJSON() throws {
        #expect(try codes() == nativeErrorCodes())
        #expect(try Set(codes()) == Set(InfisicalError.cases.keys))
    }

    @Test func everyErrorCodeHasACaseOfItsName() throws {
        for code in try codes() {
            let error = InfisicalError(code: code, details: .init(message: "what happened"))
            let words = code.split(separator: "_")
            let name = words.dropFirst().reduce(String(words[0])) { $0 + $1.capitalized }
            #expect(error.code == code)
            #expect(Mirror(reflecting: error).children.first?.label == name)
        }
    }

    @Test func unknownErrorCodeIsInternal() {
        let details = InfisicalError.Details(message: "new")
        #expect(InfisicalError(code: "brand_new", details: details) == .internal(details))
    }

    @Test func nativeErrorKeepsItsDetails() {
        let native = NativeError.Failed(
            code: "rate_limited", reason: "slow down", status: 429, requestId: "r-1",
            retryable: true, retryAfter: 1.5)
        let details = InfisicalError(native).details
        #expect(details.message == "slow down")
        #expect(details.status == 429)
        #expect(details.requestID == "r-1")
        #expect(details.retryable)
        #expect(details.retryAfter == .milliseconds(1500))
    }

    @Test func errorTextHasCodeMessageStatusAndRequestID() {
        let error = InfisicalError.notFound(
            .init(message: "no secret A in dev", status: 404, requestID: "r-1"))
        #expect(error.localizedDescription == "no secret A in dev (HTTP 404, request r-1)")
        #expect("\(error)" == "not_found: no secret A in dev (HTTP 404, request r-1)")
    }

    @Test func foreignErrorIsInternalAndNotQuoted() {
        struct Leaky: Error, CustomStringConvertible { let description = "planted" }
        let error = InfisicalError(thrown: Leaky())
        #expect(error.code == "internal")
        #expect(!"\(error)".contains("planted"))
    }
}
