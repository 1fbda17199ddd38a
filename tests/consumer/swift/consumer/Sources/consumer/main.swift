import Foundation
import InfisicalE2EE

let variables = ProcessInfo.processInfo.environment
let client = try Client(
    credential: .token(variables["INFISICAL_TOKEN"] ?? ""), baseURL: variables["INFISICAL_URL"])
let values = try await client.secrets.list().dictionary()
print(String(decoding: try JSONEncoder().encode(values), as: UTF8.self))
