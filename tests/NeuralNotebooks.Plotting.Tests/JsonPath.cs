namespace NeuralNotebooks.Plotting.Tests;

/// <summary>Parts of a figure by their path: <c>layout.Text("xaxis.ticktext[2]")</c>.</summary>
internal static class JsonPath
{
    public static JsonElement At(this JsonElement whole, string path) =>
        path.Split('.', '[').Aggregate(whole, (part, name) =>
        name.EndsWith(']') ? part[int.Parse(name[..^1], CultureInfo.InvariantCulture)] : part.GetProperty(name));

    public static string Text(this JsonElement whole, string path) => whole.At(path).GetString()!;

    public static double Number(this JsonElement whole, string path) => whole.At(path).GetDouble();

    public static IEnumerable<string> Texts(this JsonElement whole, string path) =>
        whole.At(path).EnumerateArray().Select(text => text.GetString()!);

    public static double[] Numbers(this JsonElement whole, string path) =>
        [.. whole.At(path).EnumerateArray()
            .Select(item => item.ValueKind == JsonValueKind.Null ? double.NaN : item.GetDouble())];
}
