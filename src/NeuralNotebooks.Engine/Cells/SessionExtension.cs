namespace NeuralNotebooks.Engine;

/// <summary>What a host adds to a session, so that it also runs notebooks of another program: magic commands, cells in
/// other languages, the formats of values and the extensions in packages.</summary>
public abstract class SessionExtension : IDisposable
{
    /// <summary>Runs text in another language below a line <c>#!NAME</c>, or the line of a magic command. Called in the
    /// context of the cell.</summary>
    public abstract Task RunAsync(string text, CancellationToken stopped);

    /// <param name="assemblies">The simple names of the assemblies whose types the code uses.</param>
    public abstract Task RunCodeAsync(IReadOnlySet<string> assemblies, Func<Task> run, CancellationToken stopped);

    /// <summary>Tells code that watches for it that its cell is interrupted, and waits a moment for its end. After
    /// that, the code is stopped.</summary>
    public abstract void Cancel();

    /// <summary>Loads the extensions in folders of packages, whose assemblies have been loaded.</summary>
    public abstract Task LoadExtensionsAsync(IReadOnlyList<string> folders, CancellationToken stopped);

    /// <summary>Takes the next code or value that a command has sent to the session. It is run as soon as the step of
    /// the cell that runs now has ended.</summary>
    public abstract SentCode? TakeSent();

    /// <summary>The format of a value that the extension formats in place of the engine; else null.</summary>
    public abstract MimeBundle? Format(object? value);

    /// <summary>As <see cref="Format"/>, but only the HTML, for a value that is part of another value.</summary>
    public abstract string? HtmlOf(object value);

    public abstract void Dispose();
}

/// <summary>Code or a value that a command has sent to the session.</summary>
/// <param name="Name">The name of the variable that gets the value, or the name of the code in messages.</param>
public sealed record SentCode(string? Code, string Name, object? Value = null);
