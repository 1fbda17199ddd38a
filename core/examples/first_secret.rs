//! From nothing to a secret read by token, against a local server:
//!
//! ```sh
//! cargo run -p infisical-e2ee-devserver -- --era may23 &
//! cargo run --example first_secret -- you@example.test <password>
//! ```
//! The first run asks for a code, which the local server prints; give it as the third argument.

use infisical_e2ee::{Client, Credential, Permission, Result};

const SERVER: &str = "http://127.0.0.1:8750";

#[tokio::main]
#[expect(clippy::print_stdout, reason = "an example talks to the person running it")]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let anyone = Client::builder().base_url(SERVER).build()?;
    let (email, password) = match arguments.as_slice() {
        [email, _] => {
            anyone.account().start_sign_up(email).await?;
            println!("A code is on its way to {email}. Run this again with it.");
            return Ok(());
        }
        [email, password, code] => {
            let account = anyone.account();
            account
                .complete_sign_up(email, code.as_str(), password.as_str())
                .send_password(true)
                .await?;
            (email, password)
        }
        _ => {
            println!("usage: first_secret <e-mail> <password> [code]");
            return Ok(());
        }
    };

    let user = Client::builder()
        .base_url(SERVER)
        .credential(Credential::user(email, password.as_str())?)
        .environment("dev")
        .build()?;
    let project = user.projects().create("First project").await?;
    user.secrets().create("GREETING", "hello from the sealed side").project(&project.id).await?;
    let token = user
        .service_tokens()
        .create("reader")
        .project(&project.id)
        .permissions([Permission::Read])
        .await?
        .token;

    let program = Client::builder()
        .base_url(SERVER)
        .credential(Credential::service_token(token.expose())?)
        .build()?;
    let secret = program.secrets().get("GREETING").await?;
    println!("{} = {}", secret.name, secret.value.expose());
    Ok(())
}
