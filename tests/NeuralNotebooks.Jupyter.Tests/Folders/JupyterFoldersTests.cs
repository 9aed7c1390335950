namespace NeuralNotebooks.Jupyter.Tests;

public sealed class JupyterFoldersTests : FolderedTests
{
    private static readonly TimeSpan _short = TimeSpan.FromMilliseconds(300);

    [Theory]
    [Cases("exec sleep 30", "echo /prefix; exit 1", "exit 0")]
    public void A_Python_that_does_not_answer_in_time_or_fails_has_no_prefix(string script) =>
        Assert.Null(JupyterFolders.AskPython(Python(script), _short));

    [Fact]
    public void The_prefix_is_what_Python_says_in_UTF_8() =>
        Assert.Equal("/préfixe", JupyterFolders.AskPython(Python("echo /préfixe"), ZmtpClient.WaitTimeout));

    [Fact]
    public void Without_Python_there_is_no_prefix() => Assert.Null(JupyterFolders.AskPython(Folder.At("none")));

    private string Python(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell.");
        return Folder.Program("python", $"#!/bin/sh\n{script}\n");
    }
}
