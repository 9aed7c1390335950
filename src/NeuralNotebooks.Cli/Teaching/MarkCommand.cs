using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn assign mark</c>: serves the marking page, and writes the marks that are given on it.</summary>
internal sealed class MarkCommand : NnCommand
{
    private const int SecretBytes = 16;

    private readonly Argument<string> _graded = SharedOptions.Graded();
    private readonly Option<int> _port = SharedOptions.Port(0);
    private readonly Option<bool> _open = SharedOptions.InBrowser("page"), _partial = SharedOptions.Partial();

    public MarkCommand(CommandContext context)
        : base(
            "mark",
            $"Serves a page for marking texts to this machine's browsers until Ctrl-C. Each mark is written into "
                + $"{Adjustments.FileName} as it is given, and the grades and pages follow. It runs nothing.",
            context)
    {
        AddAll(_graded, _port, _open, _partial);
        Examples =
        [
            ("nn assign mark graded --open", "the page for marking the results of nn grade, in the browser"),
            ("nn assign mark graded --port 8880", "at the end of an SSH tunnel: ssh -L 8880:127.0.0.1:8880 HOST"),
        ];
        ExitCodes =
        [
            (ExitCode.Passed, "ended with Ctrl-C: every mark is written"),
            (ExitCode.Failed, "the folder is being marked, a page is not up to date, or the port cannot be used"),
            (ExitCode.NotFound, "there are no results"),
            (ExitCode.UnusableInput, "no task is marked by hand, or a table cannot be read"),
        ];
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string folder = parsed.GetRequiredValue(_graded);
        var store = new GradingStore(folder);
        if (store.List().Count == 0)
            return ResultsStep.NoResults(Terminal, folder);
        IReadOnlyList<string> problems = [];
        using var session = new MarkingSession(store, Follow);
        if (!session.HasAnswers)
            return Terminal.Fail(ExitCode.UnusableInput, $"No task of the results in {folder} is marked by hand.");
        Follow();
        int code;
        await using (var server = new SiteServer(
            store.Path, parsed.GetValue(_port), (request, path) => AnswerAsync(session, request, path),
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes))))
            code = await new Serving(Terminal).RunAsync(
                server, $"Marking {folder}", MarkingSession.Page, parsed.GetValue(_open), cancellation);
        string notWritten = session.Finish();
        foreach (string problem in problems)
            Terminal.WriteNote(problem);
        return notWritten.Length > 0 ? Terminal.Fail(ExitCode.Failed, notWritten) : code;

        void Follow() => problems = ResultsStep.Write(store, parsed.GetValue(_partial), store.List()).Problems;
    }

    private static async Task<IResult?> AnswerAsync(MarkingSession session, HttpRequest request, string path)
    {
        if (path == "/marks" && HttpMethods.IsGet(request.Method))
            return Results.Text(session.Cards(), "application/json");
        if (path != "/marks" || !HttpMethods.IsPost(request.Method))
            return null;
        using var body = new StreamReader(request.Body);
        (bool isSaved, string reply) = session.Give(await body.ReadToEndAsync());
        int status = isSaved ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return Results.Text(reply, "application/json", statusCode: status);
    }
}
