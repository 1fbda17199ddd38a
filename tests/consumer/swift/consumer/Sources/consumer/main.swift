import Foundation
import InfisicalE2EE

let values = try await Client.fromEnv().secrets.list().dictionary()
print(String(decoding: try JSONEncoder().encode(values), as: UTF8.self))
