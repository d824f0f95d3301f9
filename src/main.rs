//! Arguments in, exit code out.

fn main() -> std::process::ExitCode {
    leakprov::cli::run(std::env::args_os())
}
