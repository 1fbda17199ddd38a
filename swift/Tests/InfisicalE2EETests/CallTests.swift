import Foundation
import Testing

@testable import InfisicalE2EE

@Suite struct CallTests {
    @Test func cancelledTaskCancelsItsRequest() async throws {
        let server = try StubServer()
        let client = try Client(baseURL: server.url)
        let call = Task { try await client.account.startSignUp(email: "a@example.test") }
        let connection = try await server.request()
        call.cancel()
        await #expect(throws: CancellationError.self) { try await call.value }
        #expect(try await connection.ends())
    }

    @Test func closeDuringCallEndsIt() async throws {
        let server = try StubServer()
        let client = try Client(baseURL: server.url)
        let call = Task { try await client.account.startSignUp(email: "a@example.test") }
        let connection = try await server.request()
        let clock = ContinuousClock()
        let begin = clock.now
        client.close()
        #expect(await code { try await call.value } == "closed")
        #expect(begin.duration(to: clock.now) < .seconds(5))
        #expect(try await connection.ends())
    }

    @Test func callInCancelledTaskSendsNothing() async throws {
        let server = try StubServer()
        let client = try Client(baseURL: server.url)
        let call = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await client.account.startSignUp(email: "cancelled@example.test")
        }
        await #expect(throws: CancellationError.self) { try await call.value }
        let next = Task { try await client.account.startSignUp(email: "next@example.test") }
        _ = try await server.request()
        next.cancel()
    }

    @Test func timeoutLimitsOneCallAndDeadlineEveryCall() async throws {
        let server = try StubServer()
        let client = try Client(baseURL: server.url)
        let hasty = try Client(baseURL: server.url, deadline: .milliseconds(100))
        let clock = ContinuousClock()
        let begin = clock.now
        let one = await code {
            try await client.account.startSignUp(
                email: "a@example.test", timeout: .milliseconds(100))
        }
        let every = await code { try await hasty.account.startSignUp(email: "a@example.test") }
        #expect(one == "timeout")
        #expect(every == "timeout")
        #expect(begin.duration(to: clock.now) < .seconds(5))
    }

    @Test func retryAfterIsADuration() async throws {
        let server = try StubServer()
        let client = try Client(baseURL: server.url)
        let call = Task { try await client.account.startSignUp(email: "a@example.test") }
        try await server.request().answer(
            "HTTP/1.1 429 Too Many Requests\r\nretry-after: 600\r\n"
                + "content-type: application/json\r\ncontent-length: 2\r\n\r\n{}")
        do {
            try await call.value
            Issue.record("it succeeded")
        } catch InfisicalError.rateLimited(let details) {
            #expect(details.retryAfter == .seconds(600))
            #expect(details.status == 429)
            #expect(details.retryable)
        }
    }

    @Test func closedClientThrowsClosed() async throws {
        let client = try Client(baseURL: "http://127.0.0.1:1")
        client.close()
        client.close()
        let later = await code { try await client.account.startSignUp(email: "a@example.test") }
        #expect(later == "closed")
    }

    @Test func updateWithoutChangesIsRefused() async throws {
        let client = try Client(
            credential: .accessToken("a.b.c"), baseURL: "http://127.0.0.1:1", project: "p",
            environment: "dev")
        let codes = [
            await code { try await client.environments.update("dev") },
            await code { try await client.secrets.move([], toPath: "/old") },
            await code { try await client.identities.update("1") },
            await code { try await client.identities.updateUniversalAuth("1") },
            await code { try await client.identities.updateTokenAuth("1") },
            await code { try await client.groups.update("1") },
            await code { try await client.roles.update("deployer") },
        ]
        #expect(codes == [String?](repeating: "invalid_input", count: 7))
    }

    @Test func invalidOptionIsRefused() async {
        let url = "http://127.0.0.1:1"
        let codes = [
            await code { try Client(baseURL: "nowhere") },
            await code { try Client(baseURL: url, timeout: .zero) },
            await code { try Client(baseURL: url, deadline: .seconds(-1)) },
            await code { try Client(baseURL: url, certificateAuthorities: "not PEM") },
            await code { try Client(baseURL: url, maxResponseBytes: 0) },
            await code { try Client(baseURL: url, maxResponseBytes: -1) },
        ]
        #expect(codes == [String?](repeating: "invalid_input", count: 6))
    }
}
