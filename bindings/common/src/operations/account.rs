//! The account.

use std::future::IntoFuture;

use infisical_e2ee::{Client, EmergencyKit, NewAccount, Operation, Session, User};

use super::{FirstAccount, Recovery, SignUp};

/// `account.start_sign_up`.
pub fn start_sign_up(client: &Client, email: String) -> Operation<()> {
    client.account().start_sign_up(email).into_future()
}

/// `account.complete_sign_up`.
pub fn complete_sign_up(client: &Client, sign_up: SignUp) -> Operation<NewAccount> {
    let SignUp { email, code, password, first_name, last_name, .. } = sign_up;
    let mut request = client
        .account()
        .complete_sign_up(email, code, password)
        .send_password(sign_up.send_password);
    if let Some(organization) = sign_up.invited_to {
        request = request.invited_to(organization);
    }
    if let Some(name) = first_name {
        request = request.first_name(name);
    }
    if let Some(name) = last_name {
        request = request.last_name(name);
    }
    if let Some(name) = sign_up.organization_name {
        request = request.organization_name(name);
    }
    request.into_future()
}

/// `account.accept_invitation`.
pub fn accept_invitation(
    client: &Client,
    email: String,
    organization: String,
    code: String,
) -> Operation<()> {
    client.account().accept_invitation(email, organization, code).into_future()
}

/// `account.log_out`.
pub fn log_out(client: &Client) -> Operation<()> {
    client.account().log_out().into_future()
}

/// `account.me`.
pub fn who_am_i(client: &Client) -> Operation<User> {
    client.account().me().into_future()
}

/// `account.sign_up_administrator`.
pub fn sign_up_administrator(client: &Client, account: FirstAccount) -> Operation<NewAccount> {
    let FirstAccount { email, password, first_name, last_name, send_password } = account;
    let mut request =
        client.account().sign_up_administrator(email, password).send_password(send_password);
    if let Some(name) = first_name {
        request = request.first_name(name);
    }
    if let Some(name) = last_name {
        request = request.last_name(name);
    }
    request.into_future()
}

/// `account.set_name`.
pub fn set_user_name(
    client: &Client,
    first_name: String,
    last_name: Option<String>,
) -> Operation<User> {
    let mut request = client.account().set_name(first_name);
    if let Some(name) = last_name {
        request = request.last_name(name);
    }
    request.into_future()
}

/// `account.sessions`.
pub fn list_sessions(client: &Client) -> Operation<Vec<Session>> {
    client.account().sessions().into_future()
}

/// `account.end_sessions`.
pub fn end_sessions(client: &Client) -> Operation<()> {
    client.account().end_sessions().into_future()
}

/// `account.delete`.
pub fn delete_account(client: &Client) -> Operation<()> {
    client.account().delete().into_future()
}

/// `account.verify_mfa`.
pub fn verify_mfa(client: &Client, code: String) -> Operation<()> {
    client.account().verify_mfa(code).into_future()
}

/// `account.resend_mfa_code`.
pub fn resend_mfa_code(client: &Client) -> Operation<()> {
    client.account().resend_mfa_code().into_future()
}

/// `account.set_mfa`.
pub fn set_mfa(client: &Client, enabled: bool) -> Operation<()> {
    client.account().set_mfa(enabled).into_future()
}

/// `account.change_password`.
pub fn change_password(
    client: &Client,
    new_password: String,
    send_password: bool,
) -> Operation<()> {
    client.account().change_password(new_password).send_password(send_password).into_future()
}

/// `account.create_backup_key`.
pub fn create_backup_key(client: &Client, name: Option<String>) -> Operation<EmergencyKit> {
    let mut request = client.account().create_backup_key();
    if let Some(name) = name {
        request = request.name(name);
    }
    request.into_future()
}

/// `account.start_recovery`.
pub fn start_recovery(client: &Client, email: String) -> Operation<()> {
    client.account().start_recovery(email).into_future()
}

/// `account.complete_recovery`.
pub fn complete_recovery(client: &Client, recovery: Recovery) -> Operation<()> {
    let Recovery { email, code, backup_key, new_password, send_password } = recovery;
    client
        .account()
        .complete_recovery(email, code, backup_key, new_password)
        .send_password(send_password)
        .into_future()
}
