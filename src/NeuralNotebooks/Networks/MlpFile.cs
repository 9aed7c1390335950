namespace NeuralNotebooks;

/// <summary>The layout of a network in a safetensors file: <c>layers.0.weight</c> (units × inputs),
/// <c>layers.0.bias</c> (units), and so on, as other tools name and order them; the activations are in the metadata,
/// such as <c>"activations": "relu,identity"</c>.</summary>
internal static class MlpFile
{
    private const string ActivationsKey = "activations";

    public static void Save<T>(Mlp<T> network, string path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Dense<T>[] layers = [.. network.Layers];
        SafetensorsFile.Write(
            path,
            [.. layers.SelectMany((layer, l) => new[] { (WeightName(l), layer.Weights), (BiasName(l), layer.Biases) })],
            columns: layers.Select((_, l) => BiasName(l)).ToHashSet(),
            new Dictionary<string, string>
            {
                [ActivationsKey] = string.Join(",", layers.Select(layer => NameOf(layer.Activation))),
            });
    }

    public static Mlp<T> Load<T>(string path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        // An unsupported T is rejected before the file is read, so the exception does not depend on the file.
        Matrix<T>.CheckType();
        using SafetensorsFile file = SafetensorsFile.Open(path);
        Activation[] activations = ReadActivations(file);
        if (file.Tensors.Count != 2 * activations.Length)
            throw file.Bad(
                $"it holds {file.Tensors.Count} tensors ({string.Join(", ", file.Tensors.Keys.Take(8))}); "
                    + $"{activations.Length} activations need two for each layer, a weight and a bias.");

        // All shapes are checked before the first number is read.
        SafetensorsEntry[] weights = new SafetensorsEntry[activations.Length],
            biases = new SafetensorsEntry[activations.Length];
        for (int l = 0; l < activations.Length; l++)
        {
            weights[l] = Find(file, WeightName(l), dimensions: 2);
            biases[l] = Find(file, BiasName(l), dimensions: 1);
            if (biases[l].Shape[0] != weights[l].Shape[0])
                throw file.Bad(
                    $"{WeightName(l)} is {weights[l].Shape[0]}×{weights[l].Shape[1]} and {BiasName(l)} has "
                        + $"{biases[l].Shape[0]} entries: there must be one for each row.");
            if (l > 0 && weights[l].Shape[1] != weights[l - 1].Shape[0])
                throw file.Bad(
                    $"{WeightName(l)} has {weights[l].Shape[1]} columns; layer {l - 1} has "
                        + $"{weights[l - 1].Shape[0]} units: the counts must match.");
        }
        return new([
            .. activations.Select(
                (activation, l) => new Dense<T>(file.Read<T>(weights[l]), file.Read<T>(biases[l]), activation)),
        ]);
    }

    private static Activation[] ReadActivations(SafetensorsFile file)
    {
        if (!file.Metadata.TryGetValue(ActivationsKey, out string? names))
            throw file.Bad(
                $"its metadata has no '{ActivationsKey}', such as \"relu,identity\": the file holds no "
                    + $"network of this library.");
        string[] known = [.. Enum.GetValues<Activation>().Select(NameOf)];
        return Array.ConvertAll(
            names.Split(','),
            name =>
                Array.IndexOf(known, name) is var index and >= 0
                    ? (Activation)index
                    : throw file.Bad(
                        $"its metadata names the activation '{name}'; one of {string.Join(", ", known)} was expected.")
        );
    }

    private static SafetensorsEntry Find(SafetensorsFile file, string name, int dimensions)
    {
        if (!file.Tensors.TryGetValue(name, out SafetensorsEntry? entry))
            throw file.Bad(
                $"it has no tensor '{name}'; its tensors are {string.Join(", ", file.Tensors.Keys.Take(8))}.");
        if (entry.Shape.Length != dimensions || entry.Shape.Any(size => size is < 1 or > int.MaxValue))
            throw file.Bad(
                $"tensor '{name}' has the shape [{string.Join(", ", entry.Shape)}]; {dimensions} "
                    + $"dimension{(dimensions == 1 ? "" : "s")} of at least 1 were expected.");
        return entry;
    }

    private static string NameOf(Activation activation) => activation.ToString().ToLowerInvariant();

    private static string WeightName(int layer) => $"layers.{layer}.weight";

    private static string BiasName(int layer) => $"layers.{layer}.bias";
}
