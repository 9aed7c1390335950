namespace NeuralNotebooks.Plotting;

/// <summary>A circuit step by step: the inputs, gate after gate forward, the gradient 1 at the result, gate after gate
/// backward, and the finished picture.</summary>
internal sealed class CircuitSteps
{
    private const int MaxNamedInputs = 3;

    private readonly Dictionary<CircuitPart, int> _forward = [];
    private readonly Dictionary<CircuitPart, int> _backward = [];
    private readonly int _turn;

    public CircuitSteps(CircuitGraph circuit)
    {
        CircuitPart[] gates = [.. circuit.Of(CircuitPartKind.Gate)];
        Sentences.Add(Beginning(circuit));
        foreach (CircuitPart gate in gates)
        {
            _forward.Add(gate, Sentences.Count);
            Sentences.Add($"Forward, {gate.Symbol} gate: {Computation(gate)}.");
        }

        _turn = Sentences.Count;
        Sentences.Add(
            $"Backward starts at the result: the gradient of {circuit.Result.InWords} with respect to itself is "
            + $"{NumberText.Html(circuit.Result.Gradient!.Value)}.");
        foreach (CircuitPart gate in gates.Reverse())
        {
            _backward.Add(gate, Sentences.Count);
            Sentences.Add(
                $"Backward, {gate.Symbol} gate: {NumberText.Html(gate.Gradient!.Value)} arrives; "
                    + $"{Distribution(gate)}.");
        }

        Sentences.Add(End(circuit));
    }

    public List<string> Sentences { get; } = [];

    public int ValueAt(CircuitPart part) => _forward.GetValueOrDefault(part);

    public int PassesBackAt(CircuitPart gate) => _backward[gate];

    /// <summary>The step in which the gradient of a part is complete: when the last of the gates that use the part has
    /// passed its gradient back.</summary>
    public int GradientAt(CircuitPart part) => part.Uses.Count == 0 ? _turn : part.Uses.Max(use => _backward[use.To]);

    private static string Beginning(CircuitGraph circuit) =>
        Inputs(circuit, input => $"{input.Name} = {input.ValueText}") is { Length: > 0 } inputs
            ? $"Inputs: {inputs}." : "The inputs are numbers.";

    private static string End(CircuitGraph circuit) =>
        Inputs(circuit, input => $"{input.Name} {NumberText.Html(input.Gradient!.Value)}") is { Length: > 0 } gradients
            ? $"Every wire has its gradient: {gradients}." : "Every wire has its gradient.";

    private static string Inputs(CircuitGraph circuit, Func<CircuitPart, string> say) =>
        string.Join(", ", circuit.Of(CircuitPartKind.Input).Select(say));

    private static string Computation(CircuitPart gate)
    {
        Value value = gate.Value;
        // The formula of a function has parentheses around its argument already.
        Func<double, string> number = gate.Gate!.Precedence == 0 ? NumberText.Html : SvgText.Factor;
        string numbers = value.Parents.Count <= 4
            ? " = " + gate.Gate.Formula([.. value.Parents.Select(parent => number(parent.Data))]) : "";
        string name = value.Name is { } given ? given + " = " : "";
        return $"{name}{gate.Expression}{numbers} = {NumberText.Html(value.Data)}";
    }

    private static string Distribution(CircuitPart gate)
    {
        IEnumerable<string> said = gate.Inputs.Take(MaxNamedInputs).Select(wire =>
        {
            double contribution = wire.Contribution!.Value;
            string formula = wire.Formula is { } letters
                ? $"{NumberText.Html(gate.Gradient!.Value)} · {letters} = " : "";
            return $"{wire.From.InWords} gets {formula}{NumberText.Html(gate.Gradient!.Value)} · "
                + $"{SvgText.Factor(wire.Derivative)} = {NumberText.Html(contribution)}{Total(wire)}";
        });
        int more = gate.Inputs.Count - MaxNamedInputs;
        return string.Join("; ", said) + (more > 0 ? $"; {more} more likewise" : "");
    }

    /// <summary>For a value that several gates use: its total gradient after the last contribution, and before that a
    /// note that more will come.</summary>
    private static string Total(CircuitWire wire)
    {
        CircuitPart from = wire.From;
        if (from.Uses.Count < 2)
            return "";
        // Uses are in the order of the gates, and gates pass back in reverse; within a gate the last input comes last
        // in the sentence.
        CircuitWire last = from.Uses.Where(use => use.To == from.Uses[0].To).MaxBy(use => use.Port)!;
        return wire != last ? " (more will come)" : $", in all {from.GradientText}";
    }
}
