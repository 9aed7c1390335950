global using Interval = (double From, double To);
global using LayerNames = System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<string>>;
global using MatrixList = System.Collections.Generic.IReadOnlyList<NeuralNotebooks.Matrix<double>>;
global using Point = (double X, double Y);
global using Surface = System.Func<double, double, double>;
