using System.Runtime.ExceptionServices;

namespace NeuralNotebooks.Judge;

/// <summary>The process in which judged code runs: it runs a session and evaluates its probes.</summary>
/// <remarks>It uses no compiler. A sandbox shows it none; without a sandbox, the compiler's files are beside
/// it.</remarks>
internal static class EvaluatorProgram
{
    public const string Verb = "evaluate";

    private const int StackSize = 16 * 1024 * 1024;

    public static int Run() => JudgeStreams.Serve(Serve, StackSize);

    private static void Serve(MessageChannel<JudgeMessage> channel)
    {
        // As in a notebook, an exception in a thread or in an async void method does not end the session.
        ExceptionHandling.SetUnhandledExceptionHandler(static _ => true);
        JudgedSession.SendOutputsTo(new TranscriptSink(Console.Out));
        JudgedSession? session = null;
        bool hasRunStudentsCode = false;
        channel.Send(new ProcessReady());
        while (channel.Receive() is EvaluatorMessage request)
        {
            switch (request)
            {
                case StartSession start when !hasRunStudentsCode:
                    hasRunStudentsCode = start.Owner != CodeOwner.Teacher;
                    session = new JudgedSession();
                    channel.Send(session.Start(start));
                    break;
                case AskProbes ask when session is not null:
                    channel.Send(new ProbesEvaluated([.. ask.Methods.Select(method => session.Ask(ask.Cell, method))]));
                    break;
                case TryToEscape escape:
                    channel.Send(new EscapeTried(EscapeAttempts.Try(escape)));
                    break;
                default:
                    return; // This ends the process, and the grader reports that.
            }
        }
    }
}
