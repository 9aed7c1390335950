global using Microsoft.CodeAnalysis;
global using Microsoft.CodeAnalysis.CSharp;
global using Microsoft.CodeAnalysis.CSharp.Syntax;
global using NeuralNotebooks.Engine;
global using NeuralNotebooks.Runner;
global using System.Security.Cryptography;
global using System.Text.Json.Serialization;
global using static System.FormattableString;
