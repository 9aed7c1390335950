using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using NeuralNotebooks.Tests;

namespace NeuralNotebooks.Benchmarks;

/// <summary><c>kernels</c>: our own code by BenchmarkDotNet, with all of its options.</summary>
internal static class KernelsCommand
{
    public static Command Create()
    {
        // The remaining arguments go to BenchmarkDotNet, which lists its benchmarks when there are none.
        var options = new Argument<string[]>("OPTIONS")
        {
            Description = "Options of BenchmarkDotNet, such as --filter *Product* or --list flat (after a --).",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("kernels", "Measures the library's own kernels with BenchmarkDotNet.") { options };
        command.SetAction(parsed =>
        {
            // In this process: the default toolchain restores and builds a project for each benchmark.
            IConfig config = DefaultConfig.Instance
                .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
                .WithArtifactsPath(Path.Combine(Repository.Root, "artifacts", "bench", "kernels"));
            BenchmarkSwitcher.FromAssembly(typeof(KernelsCommand).Assembly).Run(parsed.GetValue(options) ?? [], config);
            return ExitCode.Passed;
        });
        return command;
    }
}
