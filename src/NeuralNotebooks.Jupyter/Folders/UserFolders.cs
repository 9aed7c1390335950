namespace NeuralNotebooks.Jupyter;

/// <summary>The folder in which this program stores a user's data.</summary>
internal static class UserFolders
{
    /// <summary>The environment variable that sets the folder. (The system has its own variable for the location of the
    /// data folder only on Linux.)</summary>
    public const string Variable = "NEURALNOTEBOOKS_DATA";

    /// <summary>The folder that <see cref="Variable"/> names. By default, a folder <c>NeuralNotebooks</c> in the user's
    /// data folder, or in the temporary folder if the user has no home directory, as in some containers.</summary>
    public static string Data
    {
        get
        {
            if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen)
                return chosen;
            string data = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return Path.Combine(data.Length > 0 ? data : Path.GetTempPath(), "NeuralNotebooks");
        }
    }
}
