namespace NeuralNotebooks.Runner;

internal enum ErrorKind
{
    /// <summary>An exception or a compiler error of the code.</summary>
    Code,

    /// <summary>There is no program for the cell's language. The cells in C# after it run.</summary>
    MissingLanguage,

    /// <summary>The runner could not run the code, or has ended it. Only then is the error's name one of those in
    /// <see cref="RunError"/>, since code may give its exceptions such names.</summary>
    Run,
}
