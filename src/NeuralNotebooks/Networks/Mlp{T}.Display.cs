namespace NeuralNotebooks;

[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class Mlp<T> : IHtml
{
    /// <summary>A table of the layers with their shapes.</summary>
    public string ToHtml()
    {
        HtmlTable table = new(
            Invariant($"Network of {ParameterCount} parameters ({(typeof(T) == typeof(float) ? "float" : "double")})"));
        table.Headers("layer", "inputs", "units", "activation", "W", "b", "parameters");
        for (int l = 0; l < _layers.Length; l++)
        {
            Dense<T> layer = _layers[l];
            table.BeginRow($"Layers[{l}]");
            table.Number((double)layer.Inputs);
            table.Number((double)layer.Units);
            table.Text(layer.Activation.ToString());
            table.Text(Shape.Of(layer.Weights));
            table.Text(Shape.Of(layer.Biases));
            table.Number((double)layer.Units * (layer.Inputs + 1));
        }
        return table.ToString();
    }
}
