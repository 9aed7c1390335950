namespace NeuralNotebooks.Runner.Tests;

/// <summary>Cells that exhaust resources or break the channel; others are in BadCells.approved.txt.</summary>
public sealed class BadCellsTests : FolderedTests
{
    private const string Allocate = "var all = new List<byte[]>();\nwhile (true) all.Add(new byte[1 << 20]);",
        AllocateNative =
            "while (true) { IntPtr p = System.Runtime.InteropServices.Marshal.AllocHGlobal(1 << 24); for "
            + "(int i = 0; i < 1 << 24; i += 4096) System.Runtime.InteropServices.Marshal.WriteByte(p, i, 1); }";

    /// <summary>How a cell finds the worker's socket or pipe among the open files of its process.</summary>
    private const string WriteToEverySocket = """
        foreach (string link in System.IO.Directory.GetFiles("/proc/self/fd"))
        {
            string? target = System.IO.File.ResolveLinkTarget(link, false)?.Name;
            if (target is null || !target.StartsWith("socket:")) continue;
            var handle = new Microsoft.Win32.SafeHandles.SafeFileHandle(
                (IntPtr)int.Parse(System.IO.Path.GetFileName(link)), ownsHandle: false);
            using var stream = new System.IO.FileStream(handle, System.IO.FileAccess.Write, bufferSize: 0);
            try { stream.Write("{\"type\":\"ended\",\"number\":2,\"outcome\":0}"u8); }
            catch (System.IO.IOException) { } // The pipe for commands cannot be written.
        }
        """;

    private const string CloseEverySocket = """
        foreach (string link in System.IO.Directory.GetFiles("/proc/self/fd"))
        {
            string? target = System.IO.File.ResolveLinkTarget(link, false)?.Name;
            if (target is null || !target.StartsWith("socket:")) continue;
            new Microsoft.Win32.SafeHandles.SafeFileHandle(
                (IntPtr)int.Parse(System.IO.Path.GetFileName(link)), ownsHandle: true).Dispose();
        }
        """;

    [Theory]
    [Cases(
        "class TimeLimit : Exception { } throw new TimeLimit();", "TimeLimit",
        "class LanguageNotInstalled : Exception { } throw new LanguageNotInstalled();", "LanguageNotInstalled",
        Allocate, "400 MB (--memory)",
        WriteToEverySocket, "corrupted the channel",
        AllocateNative, "400 MB (--memory)",
        CloseEverySocket, "corrupted the channel",
        "class MyOutOfMemoryException : Exception { } throw new MyOutOfMemoryException();", "MyOutOfMemoryException",
        Daily = 4)]
    public async Task It_fails_with_one_message_and_only_the_cells_after_it_are_not_run(string code, string message)
    {
        Assert.SkipWhen(code.Contains("/proc") && !OperatingSystem.IsLinux(), "Looks for the channel in /proc.");

        NotebookRun run = await Folder.Run(new RunOptions { MemoryMegabytes = 400 }, "int a = 1;", code, "a");

        Assert.Equal([CellStatus.Passed, CellStatus.Failed, CellStatus.NotRun], run.Cells.Select(cell => cell.Status));
        Assert.Equal((RunStatus.Failed, 2), (run.Status, run.Error!.Cell));
        run.Error.Message.ShouldContain(message);
        Assert.Equal(run.Error.Message, Assert.Single(run.Cells[1].Outputs.OfType<ErrorOutput>()).Message);
    }

    [Theory]
    [InlineData("while (true) Console.WriteLine(\"before\");", CellStatus.Passed)]
    [InlineData(
        "using System.Security.Cryptography;\nConsole.WriteLine(\"before\");\n"
            + "Rfc2898DeriveBytes.Pbkdf2(\"a\", new byte[8], int.MaxValue, HashAlgorithmName.SHA512, 8)",
        CellStatus.NotRun)]
    public async Task An_endless_cell_is_stopped_at_its_limit_and_its_process_only_if_it_goes_on(
        string code, CellStatus next)
    {
        // On a machine under load even the first cell needs seconds: the limit grows until the cell has begun.
        NotebookRun run;
        TimeSpan limit = TimeSpan.FromSeconds(1);
        do
            run = await Folder.Run(
                new RunOptions { CellTimeout = limit *= 2, KeepGoing = true }, "int a = 1;", code, "a");
        while ((run.Cells[0].Status, run.Cells[1].Outputs) is not (CellStatus.Passed, [StreamOutput, ..])
            && limit < TimeSpan.FromMinutes(2));

        Assert.Equal(RunStatus.TimedOut, run.Status);
        Assert.Equal([CellStatus.Passed, CellStatus.TimedOut, next], run.Cells.Select(cell => cell.Status));
        string printed = Assert.IsType<StreamOutput>(run.Cells[1].Outputs[0]).Text;
        printed.ShouldStartWith("before\n");
        Assert.InRange(printed.Length, 7, LimitedOutputs.MaxText);
        Assert.Equal(2, run.Error!.Cell);
        run.Error.Message.ShouldContain(
            string.Create(CultureInfo.InvariantCulture, $"{limit.TotalSeconds} seconds (--cell-timeout)"));
    }

    [Fact]
    public async Task A_program_that_a_cell_has_left_behind_is_ended()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lets us find the children of a process that is gone.");

        NotebookRun run = await Folder.Run(
            "System.Diagnostics.Process.Start(\"sleep\", \"300\").Id", "Environment.Exit(0);");

        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.True(new LinuxProcess(int.Parse(run.Cells[0].Shown()!, CultureInfo.InvariantCulture)).HasEnded);
    }
}
