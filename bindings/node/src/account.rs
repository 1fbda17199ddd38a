//! Signing up, and the user behind the credential.

use infisical_e2ee_bindings_common::{self as common, operations};
use napi::Env;
use napi::bindgen_prelude::PromiseRaw;
use napi_derive::napi;

use crate::call::Call;
use crate::client::Client;

/// What the new account is made from.
#[napi(object, object_to_js = false)]
pub struct SignUp {
    /// The address the code was mailed to.
    pub email: String,
    /// The mailed code.
    pub code: String,
    /// The password.
    pub password: String,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Name of the organization made with the account.
    pub organization_name: Option<String>,
    /// Whether the password may be sent.
    pub send_password: Option<bool>,
}

impl From<SignUp> for operations::SignUp {
    fn from(sign_up: SignUp) -> Self {
        Self {
            email: sign_up.email,
            code: sign_up.code,
            password: sign_up.password.into(),
            first_name: sign_up.first_name,
            last_name: sign_up.last_name,
            organization_name: sign_up.organization_name,
            send_password: sign_up.send_password.unwrap_or_default(),
        }
    }
}

/// An account that was just made.
#[napi(object, object_from_js = false, use_nullable = true)]
pub struct NewAccount {
    /// The user's id.
    pub user_id: String,
    /// The address signed up with.
    pub email: String,
}

impl From<common::NewAccount> for NewAccount {
    fn from(account: common::NewAccount) -> Self {
        let common::NewAccount { user_id, email } = account;
        Self { user_id, email }
    }
}

/// A user of the server.
#[napi(object, object_from_js = false, use_nullable = true)]
pub struct User {
    /// The user's id.
    pub id: String,
    /// E-mail address.
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
}

impl From<common::User> for User {
    fn from(user: common::User) -> Self {
        let common::User { id, email, first_name, last_name } = user;
        Self { id, email, first_name, last_name }
    }
}

#[napi]
impl Client {
    /// Has a sign-up code mailed.
    #[napi]
    pub fn start_sign_up<'env>(
        &self,
        env: &'env Env,
        call: &Call,
        email: String,
    ) -> napi::Result<PromiseRaw<'env, ()>> {
        call.start(env, operations::start_sign_up(&self.0, email), |()| ())
    }

    /// Makes the account.
    #[napi]
    pub fn complete_sign_up<'env>(
        &self,
        env: &'env Env,
        call: &Call,
        sign_up: SignUp,
    ) -> napi::Result<PromiseRaw<'env, NewAccount>> {
        let operation = operations::complete_sign_up(&self.0, sign_up.into());
        call.start(env, operation, NewAccount::from)
    }

    /// Reads the user behind the credential.
    #[napi]
    pub fn who_am_i<'env>(
        &self,
        env: &'env Env,
        call: &Call,
    ) -> napi::Result<PromiseRaw<'env, User>> {
        call.start(env, operations::who_am_i(&self.0), User::from)
    }
}
