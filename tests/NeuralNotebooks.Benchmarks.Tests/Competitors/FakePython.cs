namespace NeuralNotebooks.Benchmarks.Tests;

/// <summary>Scripts that take the place of Python and answer as a worker does.</summary>
internal static class FakePython
{
    /// <summary>A script whose library is ready, and which ends with a traceback when it gets a request.</summary>
    public static string Failing(TemporaryFolder folder, string error) =>
        Script(
            folder,
            $$"""
            echo '{"name": "Fake", "version": "1", "core": null}'
            read request
            printf 'Traceback:\n  File "worker.py", line 1\n{{error}}\n  note\n' >&2
            exit 1
            """);

    public static string Answering(TemporaryFolder folder, string core) =>
        Script(
            folder,
            $$"""
            echo '{"name": "Fake", "version": "1", "core": "{{core}}"}'
            read request
            """);

    private static string Script(TemporaryFolder folder, string code)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows cannot start a shell script.");
        return folder.Program("python", $"#!/bin/sh\n{code.ReplaceLineEndings("\n")}\n");
    }
}
