using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace NeuralNotebooks.Cli;

/// <summary>What the site's server adds for the teacher of a class: the screen over the slides, its state, the QR code,
/// and what the teacher does.</summary>
/// <param name="isPublic">Whether there is a proxy, through which anybody can reach the server.</param>
/// <param name="save">The file into which the guesses are written; null for none.</param>
internal sealed class TeacherRoutes(ClassSession session, ClassAddresses addresses, bool isPublic, string? save)
{
    private const string User = "teacher";

    /// <summary>What each page of the site loads in addition.</summary>
    public const string PageEnd =
        """<link rel="stylesheet" href="nn-class/screen.css" /><script defer src="nn-class/screen.js"></script>""";

    /// <summary>The password for which browsers ask behind a proxy; null without one.</summary>
    public string? Password { get; } =
        isPublic ? RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 12) : null;

    /// <summary>What the terminal says at the start.</summary>
    public string Introduction =>
        $"The class joins at {(addresses.All is [var first, ..] ? first : "no address: this machine is in no network")}"
        + $" with the code {session.Code}. In ?slides, C asks the question of the slide."
        + (Password is null ? "" : $"\nThe teacher's side asks for the user {User} and the password {Password}");

    /// <summary>Answers a request of the teacher's side; null for a file of the site.</summary>
    public async Task<IResult?> AnswerAsync(HttpRequest request, string path)
    {
        if (!HasPassword(request))
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        switch (path)
        {
            case "/nn-class/screen.js":
                return Results.Text(ClassPages.Screen, "text/javascript; charset=utf-8");
            case "/nn-class/screen.css":
                return Results.Text(ClassPages.ScreenStyles, "text/css; charset=utf-8");
            case "/nn-class/state":
                return Results.Bytes(session.ForTeacher(addresses.All), "application/json");
            case "/nn-class/qr.svg":
                string? drawing = addresses.QrCodeOf(request.Query["address"].ToString(), session.LongCode);
                return drawing is null ? null : Results.Text(drawing, "image/svg+xml");
            case "/nn-class/act" when HttpMethods.IsPost(request.Method):
                (var message, IResult? refusal) = await ClassMessages.ReadAsync<TeacherMessage>(request);
                if (message is null)
                    return refusal;
                Outcome outcome = session.Do(message);
                bool isToSave = message.Do == TeacherAction.Reveal && outcome == Outcome.Done;
                return Results.StatusCode(
                    isToSave && !NamedFile.Try(Save) ? StatusCodes.Status507InsufficientStorage : (int)outcome);
            default:
                return null;
        }
    }

    /// <summary>Writes the guesses into the file, if there is one.</summary>
    public void Save()
    {
        if (save is not null)
            NamedFile.Write(save, session.Saved());
    }

    private bool HasPassword(HttpRequest request)
    {
        if (Password is null)
            return true;
        request.HttpContext.Response.Headers.WWWAuthenticate = "Basic realm=\"nn serve --class\"";
        string expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes(expected));
    }
}
