namespace NeuralNotebooks.Site;

/// <summary>The Content-Security-Policy of a page. It forbids everything that it does not list, so that even HTML from
/// an untrusted notebook can neither run a script nor send data to another host.</summary>
internal static class ContentPolicy
{
    /// <param name="allowed">What the page may load and run, each with its sources: <c>img-src 'self'
    /// data:</c>.</param>
    public static Html Meta(params IEnumerable<string> allowed)
    {
        string policy = string.Join("; ", ["default-src 'none'", .. allowed, "base-uri 'none'", "form-action 'none'"]);
        return $"""<meta http-equiv="Content-Security-Policy" content="{policy}" />""";
    }

    /// <summary>The source that allows one script or style sheet in the page itself.</summary>
    public static string Only(string text) => $"'{ContentHash.Integrity(Encoding.UTF8.GetBytes(text))}'";
}
