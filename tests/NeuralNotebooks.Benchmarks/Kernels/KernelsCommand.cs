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
        // What stands after the command is for BenchmarkDotNet, which names the benchmarks that there are when it is given nothing.
        var options = new Argument<string[]>("OPTIONS") { Description = "Options of BenchmarkDotNet, such as --filter *Product* or --list flat (after a --).", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("kernels", "Measures the library's own kernels with BenchmarkDotNet.") { options };
        command.SetAction(parsed =>
        {
            // In this process, because the usual way restores and builds a project of its own for each benchmark.
            IConfig config = DefaultConfig.Instance
                .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
                .WithArtifactsPath(Path.Combine(Repository.Root, "artifacts", "bench", "kernels"));
            BenchmarkSwitcher.FromAssembly(typeof(KernelsCommand).Assembly).Run(parsed.GetValue(options) ?? [], config);
            return ExitCode.Passed;
        });
        return command;
    }
}
