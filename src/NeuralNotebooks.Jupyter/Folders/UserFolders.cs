namespace NeuralNotebooks.Jupyter;

/// <summary>Where this program keeps a user's data.</summary>
internal static class UserFolders
{
    /// <summary>The environment variable that sets the folder. (Only on Linux can a variable move the data folder
    /// itself.)</summary>
    public const string Variable = "NEURALNOTEBOOKS_DATA";

    /// <summary>
    /// The folder that <see cref="Variable"/> names; else the program's own in the user's data folder, or in the
    /// temporary folder if the user has no home directory, as in some containers.
    /// </summary>
    public static string Data
    {
        get
        {
            if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen)
                return chosen;
            string data = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData,
                Environment.SpecialFolderOption.DoNotVerify
            );
            return Path.Combine(data.Length > 0 ? data : Path.GetTempPath(), "NeuralNotebooks");
        }
    }
}
