//! The records and operations of the common table, as Python's.

#![expect(clippy::too_many_arguments, reason = "a call takes two more than the operation")]

use infisical_e2ee_bindings_common::{self as common, Convert, operations};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use crate::call::Call;
use crate::client::Client;
use crate::failure::raised;
use crate::progress::OnProgress;
use crate::python::{ToPython, instance, instant, unchanging};

type Bytes = Vec<u8>;

/// What is read from the attributes of a Python object.
macro_rules! input {
    ($native:ident = $module:ident::$common:ident { $($field:ident: [$($type:tt)+],)+ }) => {
        #[derive(FromPyObject)]
        pub(crate) struct $native {
            $($field: $($type)+,)+
        }

        common::conversion!($native => $module::$common { $($field)+ });
    };
}

macro_rules! inputs {
    ($($native:ident = $common:ident {
        $($field:ident: [$($type:tt)+] $($mark:ident)?,)+
    })+) => {$(
        input! { $native = operations::$common { $($field: [$($type)+],)+ } }
    )+};
}

macro_rules! values {
    ($($native:ident = $common:ident {
        $($field:ident: [$($type:tt)+] $($mark:ident)?,)+
    })+) => {$(
        input! { $native = common::$common { $($field: [$($type)+],)+ } }
        records! { $native = $common { $($field: [],)+ } }
    )+};
}

/// Dataclasses of `infisical_e2ee._types`, whose fields have the same order.
macro_rules! records {
    ($($native:ident = $common:ident {
        $($field:ident: [$($type:tt)*] $($mark:ident)?,)+
    })+) => {$(
        impl ToPython for common::$common {
            fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
                let fields = [$(field!(py, self.$field $(, $mark)?),)+];
                instance(py, stringify!($common), fields)
            }
        }
    )+};
}

macro_rules! field {
    ($py:ident, $value:expr) => {
        unchanging($py, $value.to_python($py)?)
    };
    ($py:ident, $value:expr, instant) => {
        instant($value.as_deref()).to_python($py)?
    };
}

/// Classes that show no field marked `secret`, and keep it out of Python until it is asked for.
macro_rules! confidential {
    ($($native:ident = $common:ident {
        $($field:ident: [$($type:tt)+] $($mark:ident)?,)+
    })+) => {$(
        #[doc = documentation!($common)]
        ///
        /// `repr` does not show what is secret, and the object cannot be pickled.
        #[pyclass(frozen, module = "infisical_e2ee")]
        pub(crate) struct $common(common::$common);

        #[pymethods]
        impl $common {
            $(
                #[doc = documentation!($common.$field)]
                #[getter]
                fn $field(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
                    given!(py, self.0.$field.clone() $(, $mark)?)
                }
            )+

            fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
                let fields = [$(
                    format!("{}={}", stringify!($field), shown!(self, py, $field $($mark)?)),
                )+];
                Ok(format!("{}({})", stringify!($common), fields.join(", ")))
            }

            fn __copy__(slf: Py<Self>) -> Py<Self> {
                slf
            }

            fn __deepcopy__(slf: Py<Self>, _memo: Py<PyAny>) -> Py<Self> {
                slf
            }

            fn __reduce__(&self) -> PyResult<()> {
                Err(PyTypeError::new_err(concat!(
                    stringify!($common), " cannot be pickled: it would be stored in plaintext"
                )))
            }
        }

        impl ToPython for common::$common {
            fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
                Ok(Py::new(py, $common(self))?.into_any())
            }
        }
    )+};
}

macro_rules! given {
    ($py:ident, $value:expr, instant) => {
        instant($value.as_deref()).to_python($py)
    };
    ($py:ident, $value:expr $(, secret)?) => {
        $value.to_python($py)
    };
}

macro_rules! shown {
    ($this:ident, $py:ident, $field:ident secret) => {
        "[redacted]"
    };
    ($this:ident, $py:ident, $field:ident $(instant)?) => {
        $this.$field($py)?.bind($py).repr()?.to_cow()?
    };
}

/// `secrets.rs` has these.
macro_rules! secrets {
    ($($table:tt)+) => {};
}

macro_rules! operations {
    ($(
        $(#[$doc:meta])*
        $name:ident($($argument:ident: [$($type:tt)+]),* $(,)?) -> [$($output:tt)+];
    )+) => {
        #[pymethods]
        impl Client {$(
            $(#[$doc])*
            fn $name(&self, $($argument: $($type)+,)* timeout: Option<f64>) -> Call {
                Call::new(operations::$name(&self.0 $(, $argument.convert())*), timeout)
            }
        )+}
    };
}

macro_rules! functions {
    ($(
        $(#[$doc:meta])*
        $native:ident = $name:ident(
            $($argument:ident: [$($type:tt)+]),* $(,)?
        ) -> [$($output:tt)+];
    )+) => {$(
        $(#[$doc])*
        #[pyfunction]
        pub(crate) fn $name(py: Python<'_>, $($argument: $($type)+,)*) -> PyResult<Py<PyAny>> {
            match operations::$name($($argument.convert()),*) {
                Ok(value) => value.to_python(py),
                Err(error) => Err(raised(py, &error)),
            }
        }
    )+};
}

common::surface_inputs!(inputs, values);
common::surface_access!(records);
common::surface_projects!(records);
common::surface_secrets!(confidential, secrets);
common::surface_operations!(operations, functions);
