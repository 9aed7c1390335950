namespace NeuralNotebooks.Plotting;

/// <summary>The steps of one example through a network: unit after unit forward, then δ unit after unit backward, each
/// step with a sentence.</summary>
internal sealed class NetworkSteps
{
    // Of a sum with more terms only the result is written.
    private const int MaxTerms = 4;

    private readonly LayerNames _names;
    private readonly IReadOnlyList<Dense<double>> _layers;
    private readonly Dictionary<(int Layer, int Unit), int> _forward = [], _backward = [];

    public NetworkSteps(LayerNames names, Mlp<double> network)
    {
        (_names, _layers) = (names, network.Layers);
        int last = _layers.Count;
        Sentences.Add($"Inputs: {Listed(0, unit => $"{names[0][unit]} = {NumberText.Html(Value(0, unit))}")}.");
        foreach ((int layer, int unit) in Units(Enumerable.Range(1, last)))
        {
            _forward.Add((layer, unit), Sentences.Count);
            Sentences.Add($"Forward, unit {names[layer][unit]}: {Computation(layer, unit)}.");
        }

        for (int unit = 0; unit < names[last].Count; unit++)
            _backward.Add((last, unit), Sentences.Count);
        Sentences.Add(
            $"Backward begins at the output: "
            + $"{Listed(last, unit => $"δ of {names[last][unit]} is {NumberText.Html(Delta(last, unit))}")}.");
        foreach ((int layer, int unit) in Units(Enumerable.Range(1, last - 1).Reverse()))
        {
            _backward.Add((layer, unit), Sentences.Count);
            Sentences.Add($"Backward, unit {names[layer][unit]}: {Arrival(layer, unit)}.");
        }
    }

    public List<string> Sentences { get; } = [];

    /// <summary>The step in which the value of a unit is known; 0 for a feature.</summary>
    public int ForwardAt(int layer, int unit) => _forward.GetValueOrDefault((layer, unit));

    /// <summary>The step in which the δ of a unit is known; after the last one for a feature, which has none.</summary>
    public int BackwardAt(int layer, int unit) => _backward.GetValueOrDefault((layer, unit), Sentences.Count);

    /// <summary>The attributes of an arrow, which is highlighted when the unit at its end is computed, and when the δ
    /// of a unit is from which a path leads over it to the loss.</summary>
    public string Arrow(int layer, int to, int from) => DrawingSteps.Firing(
        ForwardAt(layer, to),
        [BackwardAt(layer - 1, from), .. _backward.Where(at => at.Key.Layer < layer - 1).Select(at => at.Value)]);

    /// <summary>The output of a unit; for layer 0 the feature.</summary>
    public double Value(int layer, int unit) => layer == 0 ? _layers[0].Input[unit, 0]
        : _layers[layer - 1].Output[unit, 0];

    public double[] Deltas(int layer) =>
        [.. Checked.Rows(_layers[layer - 1].Delta, $"δ of layer {layer}").Select(row => row[0])];

    private double Delta(int layer, int unit) => _layers[layer - 1].Delta[unit, 0];

    private double Weight(int layer, int to, int from) => _layers[layer - 1].Weights[to, from];

    private IEnumerable<(int Layer, int Unit)> Units(IEnumerable<int> layers) =>
        layers.SelectMany(layer => Enumerable.Range(0, _names[layer].Count).Select(unit => (layer, unit)));

    private string Listed(int layer, Func<int, string> said) =>
        string.Join(", ", Enumerable.Range(0, _names[layer].Count).Select(said));

    private string Computation(int layer, int unit)
    {
        double z = _layers[layer - 1].Preactivation[unit, 0], bias = _layers[layer - 1].Biases[unit, 0];
        IEnumerable<string> terms = Enumerable.Range(0, _names[layer - 1].Count)
            .Select(from => Product(Weight(layer, unit, from), Value(layer - 1, from)));
        string sum = Sum([.. terms, .. bias == 0 ? Array.Empty<string>() : [SvgText.Factor(bias)]]);
        return _layers[layer - 1].Activation == Activation.Identity
            ? $"{sum}{NumberText.Html(z)}"
            : $"z = {sum}{NumberText.Html(z)}, and {Function(layer)}({NumberText.Html(z)}) = "
                + $"{NumberText.Html(Value(layer, unit))}";
    }

    private string Arrival(int layer, int unit)
    {
        int[] next = [.. Enumerable.Range(0, _names[layer + 1].Count)];
        double arriving = next.Sum(to => Weight(layer + 1, to, unit) * Delta(layer + 1, to));
        string sum = Sum([.. next.Select(to => Product(Weight(layer + 1, to, unit), Delta(layer + 1, to)))]);
        string from = next.Length <= MaxTerms ? string.Join(" and ", next.Select(to => _names[layer + 1][to]))
            : "the next layer";
        string arrives = $"{sum}{NumberText.Html(arriving)} arrives from {from}";
        return _layers[layer - 1].Activation == Activation.Identity
            ? $"{arrives}, and that is δ"
            : $"{arrives}; times {Function(layer)}′({NumberText.Html(_layers[layer - 1].Preactivation[unit, 0])}) = "
                + $"{NumberText.Html(Derivative(layer, unit))} that is δ = {NumberText.Html(Delta(layer, unit))}";
    }

    private double Derivative(int layer, int unit)
    {
        double[] slope = [1];
        _layers[layer - 1].Activation.MultiplyByDerivative([Value(layer, unit)], slope);
        return slope[0];
    }

    private string Function(int layer) =>
        _layers[layer - 1].Activation switch { Activation.Sigmoid => "σ", Activation.Tanh => "tanh", _ => "relu" };

    private static string Sum(string[] terms) => terms.Length <= MaxTerms ? $"{string.Join(" + ", terms)} = " : "";

    private static string Product(double a, double b) => $"{SvgText.Factor(a)} · {SvgText.Factor(b)}";
}
