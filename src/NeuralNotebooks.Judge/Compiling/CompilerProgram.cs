namespace NeuralNotebooks.Judge;

/// <summary>The process that compiles submissions and searches them for forbidden types and members. No submission's
/// code ever runs in it, so one process compiles many submissions.</summary>
internal static class CompilerProgram
{
    public const string Verb = "compile";

    private const int StackSize = 64 * 1024 * 1024;

    public static int Run() => JudgeStreams.Serve(Serve, StackSize);

    private static void Serve(MessageChannel<JudgeMessage> channel)
    {
        var compiler = new SessionCompiler(Directory.GetCurrentDirectory(), FrameworkReferences.OfRuntime);
        channel.Send(new ProcessReady());
        while (channel.Receive() is CompileTask task)
            channel.Send(compiler.Compile(task));
    }
}
