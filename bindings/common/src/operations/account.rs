//! The account.

use std::future::IntoFuture;

use infisical_e2ee::{Client, NewAccount, Operation, SecretString, User};

/// What an account is made from.
#[derive(Debug)]
pub struct SignUp {
    /// The address the code was mailed to.
    pub email: String,
    /// The mailed code.
    pub code: String,
    /// The password.
    pub password: SecretString,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Name of the organization made with the account.
    pub organization_name: Option<String>,
    /// Whether the password may be sent to a server that asks for it.
    pub send_password: bool,
}

/// `account.start_sign_up`.
pub fn start_sign_up(client: &Client, email: String) -> Operation<()> {
    client.account().start_sign_up(email).into_future()
}

/// `account.complete_sign_up`.
pub fn complete_sign_up(client: &Client, sign_up: SignUp) -> Operation<NewAccount> {
    let SignUp { email, code, password, first_name, last_name, organization_name, send_password } =
        sign_up;
    let mut request =
        client.account().complete_sign_up(email, code, password).send_password(send_password);
    if let Some(name) = first_name {
        request = request.first_name(name);
    }
    if let Some(name) = last_name {
        request = request.last_name(name);
    }
    if let Some(name) = organization_name {
        request = request.organization_name(name);
    }
    request.into_future()
}

/// `account.me`.
pub fn who_am_i(client: &Client) -> Operation<User> {
    client.account().me().into_future()
}
