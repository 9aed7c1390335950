using System.Runtime.ExceptionServices;

namespace NeuralNotebooks.Judge;

/// <summary>The process in which a submission's code runs: it runs one session and evaluates one probe after the other.
/// It contains no compiler.</summary>
internal static class EvaluatorProgram
{
    public const string Verb = "evaluate";

    private const int StackSize = 16 * 1024 * 1024;

    public static int Run() => JudgeStreams.Serve(Serve, StackSize);

    private static void Serve(MessageChannel<JudgeMessage> channel)
    {
        // As in a notebook, an exception in a thread or in an async void method does not end the session.
        ExceptionHandling.SetUnhandledExceptionHandler(static _ => true);
        JudgedSession.BeginCell(new TranscriptSink(Console.Out));
        JudgedSession? session = null;
        channel.Send(new ProcessReady());
        while (channel.Receive() is EvaluatorMessage request)
        {
            switch (request)
            {
                case StartSession begin:
                    session = new JudgedSession();
                    channel.Send(session.Begin(begin));
                    break;
                case AskProbes ask when session is not null:
                    channel.Send(new ProbesEvaluated([.. ask.Methods.Select(method => session.Ask(ask.Cell, method))]));
                    break;
                case TryToEscape escape:
                    channel.Send(new EscapeTried(EscapeAttempts.Try(escape)));
                    break;
                default:
                    return;
            }
        }
    }
}
