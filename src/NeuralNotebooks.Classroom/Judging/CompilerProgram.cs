namespace NeuralNotebooks.Classroom;

/// <summary>The process that compiles submissions and analyzes what they use. No submission's code ever runs in it, so
/// it serves many of them.</summary>
internal static class CompilerProgram
{
    /// <summary>The first command-line argument of such a process.</summary>
    public const string Verb = "compile";

    private const int StackSize = 64 * 1024 * 1024;

    public static int Run()
    {
        MessageChannel<JudgeMessage> channel = JudgedStreams.Take();
        var thread = new Thread(() => Serve(channel), StackSize);
        thread.Start();
        thread.Join();
        return 0;
    }

    private static void Serve(MessageChannel<JudgeMessage> channel)
    {
        using var compiler = new SessionCompiler(Directory.GetCurrentDirectory());
        channel.Send(new ProcessReady());
        while (channel.Receive() is CompileTask task)
            channel.Send(compiler.Compile(task));
    }
}
