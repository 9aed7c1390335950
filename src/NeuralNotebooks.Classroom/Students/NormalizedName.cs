namespace NeuralNotebooks.Classroom;

internal static class NormalizedName
{
    /// <summary>A name in a Unicode normalization form. Names of files from macOS can have another one.</summary>
    public static string Of(string name, NormalizationForm form = NormalizationForm.FormC)
    {
        try
        {
            return name.Normalize(form);
        }
        catch (ArgumentException)
        {
            return name; // It contains an unpaired surrogate.
        }
    }

    /// <summary>The form of an id that determines the numbers of a variant.</summary>
    public static string ForVariant(StudentId id) => Of(id.Text).Trim().ToLowerInvariant();
}
