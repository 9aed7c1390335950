namespace NeuralNotebooks.Runner;

internal static class UserFolder
{
    /// <summary>A folder <c>NeuralNotebooks</c> in the user's data folder. If the user has none, as some services on
    /// Windows, it is in a new temporary folder: what lies there is loaded, so nobody else may write to it.</summary>
    public static string Path { get; } = System.IO.Path.Combine(
        Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify)
            is { Length: > 0 } data ? data : Directory.CreateTempSubdirectory().FullName,
        "NeuralNotebooks");
}
