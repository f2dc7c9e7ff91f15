--TEST--
A backed enum wherever one may stand
--FILE--
<?php
enum S: string { case H = 'H'; case D = 'D'; const Wild = self::H; public static function rand(): self { return self::D; } public function label(): string { return ucfirst(strtolower($this->name)); } } var_dump(S::H instanceof UnitEnum, S::H instanceof BackedEnum, S::cases(), S::Wild->label(), S::from('D') === S::D, S::tryFrom('X')?->label()); try { S::from('Z'); } catch (ValueError $e) { echo $e->getMessage(), "\n"; } try { new S; } catch (Error $e) { echo $e->getMessage(), "\n"; } try { clone S::H; } catch (Error $e) { echo $e->getMessage(), "\n"; } try { S::H->name = 'x'; } catch (Error $e) { echo $e->getMessage(), "\n"; } try { S::X; } catch (Error $e) { echo $e->getMessage(), "\n"; } var_dump((array)S::H, S::H == S::D, S::H <=> S::D, S::H < S::D, serialize(S::H), unserialize('E:3:"S:D";'), json_encode(['a' => S::H]), var_export(S::H, true), match(S::H) { S::D => 1, S::H => 2 }); $x = [S::H->value => 1]; try { $y = [S::H => 1]; } catch (TypeError $e) { echo $e->getMessage(), "\n"; } $f = S::from(...); var_dump($f('H'), constant('S::H'), defined('S::H'), S::H::class, S::H->value);
--EXPECTF--
Fatal error: Cannot use temporary expression in write context in %s30_backed_in_all_places.php on line 2
