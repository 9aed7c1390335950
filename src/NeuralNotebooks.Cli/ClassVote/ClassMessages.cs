using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace NeuralNotebooks.Cli;

/// <summary>What becomes of a message. The number is the status code of the reply.</summary>
internal enum Outcome
{
    Done = 204,
    Malformed = 400,

    /// <summary>The phone has not joined, or nn was restarted: it asks for the code.</summary>
    UnknownPhone = 401,
    WrongCode = 403,

    /// <summary>The voting has stopped, another question or round has begun, or another of the teacher's windows has
    /// changed the question.</summary>
    NotNow = 409,
    JoiningClosed = 423,
    TooMany = 429,
}

/// <summary>A phone joins with the code on the screen.</summary>
internal sealed record JoinMessage(string Code);

/// <param name="Question">The question that the phone shows.</param>
/// <param name="Round">The round of voting: 1 or 2.</param>
internal sealed record GuessMessage(int Question, int Round, JsonElement Guess);

/// <summary>What the teacher wants: to ask or leave a question, to stop or resume the voting, to reveal the answer, to
/// vote again, to add the hands that were counted in the room, or to say whether phones may join.</summary>
internal enum TeacherAction { Ask, Leave, Stop, Resume, Reveal, Again, Hands, Joining }

/// <param name="Do">What the teacher wants.</param>
/// <param name="Question">The question that this window shows; 0 if it asks one.</param>
/// <param name="Round">The round that this window shows.</param>
/// <param name="Asked">The question to ask.</param>
/// <param name="Truth">The answer to reveal.</param>
/// <param name="Hands">The guesses that the teacher has counted in the room, in place of earlier ones.</param>
/// <param name="Open">Whether phones may join.</param>
internal sealed record TeacherMessage(
    TeacherAction Do, int Question = 0, int Round = 0, Question? Asked = null, JsonElement Truth = default,
    IReadOnlyList<JsonElement>? Hands = null, bool Open = false);

/// <summary>How messages are read: unknown or missing properties and values of another type are errors.</summary>
internal static class ClassMessages
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 8,
    };

    /// <returns>The message, or the reply that refuses it.</returns>
    public static async Task<(T? Message, IResult? Refusal)> ReadAsync<T>(HttpRequest request)
        where T : class
    {
        try
        {
            // The body is UTF-8, as JSON is, whatever charset the header names.
            T? message = await JsonSerializer.DeserializeAsync<T>(
                request.Body, Options, request.HttpContext.RequestAborted);
            return (message, message is null ? Results.StatusCode((int)Outcome.Malformed) : null);
        }
        catch (Exception e) when (e is JsonException or BadHttpRequestException)
        {
            return (null, Results.StatusCode((e as BadHttpRequestException)?.StatusCode ?? (int)Outcome.Malformed));
        }
    }

    public static byte[] Write(object message) => JsonSerializer.SerializeToUtf8Bytes(message, Options);
}
