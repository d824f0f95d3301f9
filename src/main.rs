//! Arguments in, exit code out.

/// Freed runs go back whichever thread frees them: the system's allocator keeps them in the arena of the thread that read them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    leakprov::cli::run(std::env::args_os())
}
